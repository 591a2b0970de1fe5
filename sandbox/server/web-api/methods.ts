import type { Methods } from '../calls/method.ts';
import { apps } from './apps.ts';
import { auth } from './auth.ts';
import { bookmarks } from './bookmarks.ts';
import { chat } from './chat.ts';
import { conversations } from './conversations/conversations.ts';
import { files } from './files.ts';
import { pins } from './pins.ts';
import { reactions } from './reactions.ts';
import { users } from './users.ts';
import { views } from './views.ts';

/** Every Web API method the sandbox answers. */
export const methods: Methods = {
  ...auth,
  ...apps,
  ...chat,
  ...conversations,
  ...files,
  ...pins,
  ...bookmarks,
  ...reactions,
  ...users,
  ...views,
};
