CREATE TABLE `kept_files` (
	`team` text NOT NULL,
	`order_id` text NOT NULL,
	`sha256` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`size` integer NOT NULL,
	`file_id` text NOT NULL,
	`version` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`team`, `order_id`, `sha256`, `kind`, `file_id`),
	FOREIGN KEY (`team`,`order_id`) REFERENCES `orders`(`team`,`id`) ON UPDATE no action ON DELETE no action
);--> statement-breakpoint
CREATE TRIGGER `kept_files_never_replaced` BEFORE INSERT ON `kept_files` WHEN EXISTS (SELECT 1 FROM `kept_files` WHERE (`team` = NEW.`team` AND `order_id` = NEW.`order_id` AND `sha256` = NEW.`sha256` AND `kind` = NEW.`kind` AND `file_id` = NEW.`file_id`)) OR EXISTS (SELECT 1 FROM `kept_files` WHERE rowid = NEW.rowid) BEGIN SELECT RAISE(ABORT, 'kept files are append-only'); END;--> statement-breakpoint
CREATE TRIGGER `kept_files_never_updated` BEFORE UPDATE ON `kept_files` BEGIN SELECT RAISE(ABORT, 'kept files are append-only'); END;--> statement-breakpoint
CREATE TRIGGER `kept_files_never_deleted` BEFORE DELETE ON `kept_files` BEGIN SELECT RAISE(ABORT, 'kept files are append-only'); END;
