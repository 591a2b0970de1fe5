ALTER TABLE `people` ADD `updated` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `drafts_updated_at` ON `drafts` (`updated_at`);