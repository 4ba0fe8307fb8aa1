import { join } from 'node:path';
import { peerPackage, peersFolder } from './peers.mjs';
import { packageIn } from './version.mjs';

/** A grammar for the very text that Dealgraph reads, on the Langium framework. @type {import('./servers.mjs').BenchServer} */
export const langium = {
  name: 'langium',
  title: 'Langium grammar',
  format: 'deal',
  args: [join(peersFolder, 'langium', 'server.mjs'), '--stdio'],
  version: () => packageIn(peerPackage('langium')),
  peer: true,
  readsFolders: true,
  pulls: false,
  mistakes: [1],
};
