CREATE TABLE `priced_documents` (
	`team` text NOT NULL,
	`order_id` text NOT NULL,
	`version` integer NOT NULL,
	`recipient` text NOT NULL,
	`sha256` text NOT NULL,
	`size` integer NOT NULL,
	`file_id` text NOT NULL,
	`permalink` text NOT NULL,
	`channel` text,
	`ts` text,
	`language` text NOT NULL,
	PRIMARY KEY(`team`, `order_id`, `version`, `recipient`),
	FOREIGN KEY (`team`,`order_id`) REFERENCES `orders`(`team`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `priced_documents_file` ON `priced_documents` (`team`,`file_id`);--> statement-breakpoint
CREATE TABLE `settings_changes` (
	`team` text NOT NULL,
	`revision` integer NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`changes` text NOT NULL,
	PRIMARY KEY(`team`, `revision`)
);
--> statement-breakpoint
CREATE TABLE `user_groups` (
	`team` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`members` text NOT NULL,
	`fetched_at` integer NOT NULL,
	PRIMARY KEY(`team`, `id`)
);
--> statement-breakpoint
CREATE TABLE `work_copy_codes` (
	`team` text NOT NULL,
	`order_id` text NOT NULL,
	`version` integer NOT NULL,
	`digits` text NOT NULL,
	`key` text NOT NULL,
	PRIMARY KEY(`team`, `order_id`, `version`),
	FOREIGN KEY (`team`,`order_id`,`version`) REFERENCES `versions`(`team`,`order_id`,`n`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `documents` ADD `copy` text DEFAULT 'priced' NOT NULL;--> statement-breakpoint
ALTER TABLE `documents` ADD `language` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `issued_files` ADD `copy` text DEFAULT 'priced' NOT NULL;--> statement-breakpoint
ALTER TABLE `settings` ADD `revision` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE TRIGGER `settings_changes_never_updated` BEFORE UPDATE ON `settings_changes` BEGIN SELECT RAISE(ABORT, 'settings changes are append-only'); END;--> statement-breakpoint
CREATE TRIGGER `settings_changes_never_deleted` BEFORE DELETE ON `settings_changes` BEGIN SELECT RAISE(ABORT, 'settings changes are append-only'); END;--> statement-breakpoint
CREATE TRIGGER `work_copy_codes_never_updated` BEFORE UPDATE ON `work_copy_codes` BEGIN SELECT RAISE(ABORT, 'work copy codes are append-only'); END;--> statement-breakpoint
CREATE TRIGGER `work_copy_codes_never_deleted` BEFORE DELETE ON `work_copy_codes` BEGIN SELECT RAISE(ABORT, 'work copy codes are append-only'); END;
