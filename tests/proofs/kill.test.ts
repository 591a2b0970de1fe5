import { afterCall, afterSubmission, killedAt } from '../support/killed.ts';

/** Some moments; kill-sweep.test.ts has all of them. */
killedAt(afterCall('conversations.create', 1), afterSubmission, afterCall('files.completeUploadExternal', 1));
