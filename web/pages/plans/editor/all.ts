import type { AnyPage } from '../../../http/page.ts';
import { draftPages } from './draft.ts';
import { draftsPages } from './drafts.ts';
import { entryPages, rowPages } from './entry.ts';
import { gridPages } from './grid.ts';
import { libraryPages } from './library.ts';
import { partPage } from './part.ts';
import { pastePages } from './paste.ts';
import { publishPages } from './publish.ts';

/** What has a name of its own comes before what any part or entry may be called. */
export const editorPages: readonly AnyPage[] = [...draftsPages, ...draftPages, ...libraryPages, ...pastePages, ...publishPages, ...gridPages, ...rowPages, partPage, ...entryPages];
