/** Stands in for `main/server.ts`: keeps its contract with the supervisor and nothing else. */
import { createServer } from 'node:http';

const server = createServer((request, response) => {
  response.writeHead(request.url === '/healthz' ? 200 : 404).end(process.env['TEMPORAL_ADDRESS']);
}).listen(Number(process.env['PORT']), process.env['HOST']);
const stop = (): void => {
  console.log('server stops');
  server.close(() => process.exit(0));
  server.closeAllConnections();
};
process.on('SIGTERM', stop);
