import { afterCall, afterSubmission, killedAt } from '../support/killed.ts';

killedAt(afterSubmission, afterCall('files.completeUploadExternal', 1));
