import { setFlagsFromString } from 'node:v8';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { disk } from './disk';
import { localDay } from './local-day';
import { startServer } from './server/server';

// What the server makes is either gone at once or stays: to let the space for new objects grow takes 30 MB and no time less.
setFlagsFromString('--semi-space-growth-factor=1');

startServer(createConnection(ProposedFeatures.all), {
  files: disk,
  reads: (uri) => uri.startsWith('file:'),
  today: () => localDay(new Date()),
  pause: () => new Promise((resolve) => setImmediate(resolve)),
  delay: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  now: () => performance.now(),
});
