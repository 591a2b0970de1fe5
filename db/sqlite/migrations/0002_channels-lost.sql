ALTER TABLE `channels` ADD `lost` text;--> statement-breakpoint
CREATE INDEX `documents_file` ON `documents` (`team`,`file_id`);