import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { schemaFile } from '../corpus/corpus.mjs';
import { peerPackage, peersFolder } from './peers.mjs';
import { packageIn } from './version.mjs';

/** Red Hat's server for YAML. @type {import('./servers.mjs').BenchServer} */
export const yaml = {
  name: 'yaml',
  title: 'YAML schema (Red Hat)',
  format: 'yaml',
  args: [join(peersFolder, 'yaml-server.cjs'), '--stdio'],
  version: () => packageIn(peerPackage('yaml-language-server')),
  peer: true,
  readsFolders: false,
  pulls: false,
  mistakes: [1],
  settings: ({ folder, format }) => ({
    yaml: {
      validate: true,
      hover: true,
      completion: true,
      format: { enable: true },
      schemaStore: { enable: false },
      kubernetesCRDStore: { enable: false },
      schemas: { [pathToFileURL(join(folder, schemaFile)).href]: `*${format.extension}` },
    },
  }),
  delay: '200 ms',
};
