CREATE TABLE `printed_codes` (
	`team` text NOT NULL,
	`order_id` text NOT NULL,
	`version` integer NOT NULL,
	`digits` text NOT NULL,
	`key` text NOT NULL,
	PRIMARY KEY(`team`, `order_id`, `version`),
	FOREIGN KEY (`team`,`order_id`,`version`) REFERENCES `versions`(`team`,`order_id`,`n`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `drafts` ADD `shape` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `effects` ADD `shape` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `effects` ADD `trace_shape` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `entries` ADD `shape` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `orders` ADD `shape` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `orders` ADD `decimals` integer;--> statement-breakpoint
CREATE INDEX `orders_undecided` ON `orders` (`team`,`number`) WHERE decimals is null;--> statement-breakpoint
ALTER TABLE `settings` ADD `shape` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `versions` ADD `shape` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
-- The codes as they were printed; printed_check() is the program's own and known while it migrates (db/printed-codes.ts).
INSERT INTO `printed_codes` (`team`, `order_id`, `version`, `digits`, `key`)
	SELECT `team`, `order_id`, `n`, printed_check(`team`, `order_id`, `body`), '' FROM `versions`;--> statement-breakpoint
-- REPLACE deletes the row in its way without firing a trigger: whatever would replace one (by a key, or by its rowid) is refused.
-- A migration that rebuilds one of these tables drops its triggers and must create them again.
CREATE TRIGGER `entries_never_replaced` BEFORE INSERT ON `entries` WHEN EXISTS (SELECT 1 FROM `entries` WHERE (`team` = NEW.`team` AND `order_id` = NEW.`order_id` AND `seq` = NEW.`seq`) OR (`team` = NEW.`team` AND `key` = NEW.`key`)) OR EXISTS (SELECT 1 FROM `entries` WHERE rowid = NEW.rowid) BEGIN SELECT RAISE(ABORT, 'entries are append-only'); END;--> statement-breakpoint
CREATE TRIGGER `versions_never_replaced` BEFORE INSERT ON `versions` WHEN EXISTS (SELECT 1 FROM `versions` WHERE (`team` = NEW.`team` AND `order_id` = NEW.`order_id` AND `n` = NEW.`n`)) OR EXISTS (SELECT 1 FROM `versions` WHERE rowid = NEW.rowid) BEGIN SELECT RAISE(ABORT, 'versions are append-only'); END;--> statement-breakpoint
CREATE TRIGGER `assets_never_replaced` BEFORE INSERT ON `assets` WHEN EXISTS (SELECT 1 FROM `assets` WHERE (`team` = NEW.`team` AND `sha256` = NEW.`sha256`)) OR EXISTS (SELECT 1 FROM `assets` WHERE rowid = NEW.rowid) BEGIN SELECT RAISE(ABORT, 'assets are append-only'); END;--> statement-breakpoint
CREATE TRIGGER `printed_codes_never_replaced` BEFORE INSERT ON `printed_codes` WHEN EXISTS (SELECT 1 FROM `printed_codes` WHERE (`team` = NEW.`team` AND `order_id` = NEW.`order_id` AND `version` = NEW.`version`)) OR EXISTS (SELECT 1 FROM `printed_codes` WHERE rowid = NEW.rowid) BEGIN SELECT RAISE(ABORT, 'printed codes are append-only'); END;--> statement-breakpoint
CREATE TRIGGER `issued_files_never_replaced` BEFORE INSERT ON `issued_files` WHEN EXISTS (SELECT 1 FROM `issued_files` WHERE (`team` = NEW.`team` AND `sha256` = NEW.`sha256`)) OR EXISTS (SELECT 1 FROM `issued_files` WHERE rowid = NEW.rowid) BEGIN SELECT RAISE(ABORT, 'issued files are append-only'); END;--> statement-breakpoint
CREATE TRIGGER `printed_codes_never_updated` BEFORE UPDATE ON `printed_codes` BEGIN SELECT RAISE(ABORT, 'printed codes are append-only'); END;--> statement-breakpoint
CREATE TRIGGER `printed_codes_never_deleted` BEFORE DELETE ON `printed_codes` BEGIN SELECT RAISE(ABORT, 'printed codes are append-only'); END;--> statement-breakpoint
CREATE TRIGGER `issued_files_never_updated` BEFORE UPDATE ON `issued_files` BEGIN SELECT RAISE(ABORT, 'issued files are append-only'); END;--> statement-breakpoint
CREATE TRIGGER `issued_files_never_deleted` BEFORE DELETE ON `issued_files` BEGIN SELECT RAISE(ABORT, 'issued files are append-only'); END;
