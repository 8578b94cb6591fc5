import PostalMime from 'postal-mime';
import type { About, MailRoom } from '../domain/ports/letters.ts';
import { readBounce } from './bounces/read.ts';
import { writeLetter } from './letters/letter.ts';
import { originalWords } from './letters/texts.ts';

export const mailRoom = (linkTo: About['linkTo']): MailRoom => ({
  originals: originalWords, write: writeLetter, linkTo, readBounce, subjectOf: async (raw) => (await PostalMime.parse(raw)).subject,
});
