import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { disk } from './disk';
import { localDay } from './local-day';
import { startServer } from './server/server';

startServer(createConnection(ProposedFeatures.all), {
  files: disk,
  reads: (uri) => uri.startsWith('file:'),
  today: () => localDay(new Date()),
  pause: () => new Promise((resolve) => setImmediate(resolve)),
  delay: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  now: () => performance.now(),
});
