import { openSink } from '../../../tests/notify/sink.ts';

/** A mail server in a process of its own, so that what it costs is not taken for the client's time. Tells its port, and how many mails it has and how many different ones. */
const sink = await openSink();
process.send?.({ port: sink.port });
setInterval(() => process.send?.({ arrived: sink.mails.length, different: new Set(sink.mails.map(({ id }) => id)).size }), 100);
process.once('disconnect', () => process.exit(0));
