import { emlFiles } from '../../../notify/eml-files.ts';
import { createPost } from '../../../notify/post.ts';
import { smtpCarrier } from '../../../notify/smtp.ts';
import { zaloOff } from '../../../notify/zalo/zalo.ts';
import { openRecord } from '../../../prisma/client.ts';

/** Sends what is owed until it is killed: `post.ts <record> <port of the mail server> <ms that its clock is ahead> <folder>`. */
const [file = '', port = '', ahead = '', folder = ''] = process.argv.slice(2);
const now = (): number => Date.now() + Number(ahead);
const from = 'chutrinh@tinh.example';
const record = await openRecord({ file, now });
await createPost({
  record, from, now, settleMs: 0, linkTo: () => null, carrier: smtpCarrier({ host: '127.0.0.1', port: Number(port), secure: false, from }), rehearsalCarrier: emlFiles(folder), zalo: zaloOff(folder),
}).run();
