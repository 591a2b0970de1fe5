CREATE TABLE `record_changes` (
	`team` text NOT NULL,
	`kind` text NOT NULL,
	`id` text NOT NULL,
	`revision` integer NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`before` text,
	`after` text NOT NULL,
	`shape` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`team`, `kind`, `id`, `revision`)
);
--> statement-breakpoint
CREATE TABLE `record_words` (
	`team` text NOT NULL,
	`kind` text NOT NULL,
	`client` text NOT NULL,
	`active` integer NOT NULL,
	`word` text NOT NULL,
	`id` text NOT NULL,
	PRIMARY KEY(`team`, `kind`, `client`, `active`, `word`, `id`)
);
--> statement-breakpoint
CREATE INDEX `record_words_record` ON `record_words` (`team`,`kind`,`id`);--> statement-breakpoint
CREATE TABLE `records` (
	`team` text NOT NULL,
	`kind` text NOT NULL,
	`id` text NOT NULL,
	`client` text NOT NULL,
	`external_id` text NOT NULL,
	`name` text NOT NULL,
	`data` text NOT NULL,
	`shape` integer DEFAULT 1 NOT NULL,
	`active` integer NOT NULL,
	`used_at` integer,
	`revision` integer NOT NULL,
	PRIMARY KEY(`team`, `kind`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `records_external` ON `records` (`team`,`kind`,`client`,`external_id`) WHERE external_id <> '';--> statement-breakpoint
CREATE INDEX `records_name` ON `records` (`team`,`kind`,`client`,`name`,`id`);--> statement-breakpoint
CREATE INDEX `records_used` ON `records` (`team`,`kind`,`client`,`used_at`,`id`) WHERE active and used_at is not null;--> statement-breakpoint
ALTER TABLE `order_people` ADD `client_on_file` text;--> statement-breakpoint
ALTER TABLE `order_people` ADD `site_on_file` text;--> statement-breakpoint
CREATE INDEX `order_people_client` ON `order_people` (`team`,`person`,`role`,`client_on_file`,`number`) WHERE client_on_file is not null;--> statement-breakpoint
CREATE INDEX `order_people_site` ON `order_people` (`team`,`person`,`role`,`site_on_file`,`number`) WHERE site_on_file is not null;--> statement-breakpoint
ALTER TABLE `orders` ADD `client_on_file` text;--> statement-breakpoint
ALTER TABLE `orders` ADD `site_on_file` text;--> statement-breakpoint
CREATE INDEX `orders_client` ON `orders` (`team`,`client_on_file`,`number`) WHERE client_on_file is not null;--> statement-breakpoint
CREATE INDEX `orders_site` ON `orders` (`team`,`site_on_file`,`number`) WHERE site_on_file is not null;--> statement-breakpoint
CREATE TRIGGER `record_changes_never_replaced` BEFORE INSERT ON `record_changes` WHEN EXISTS (SELECT 1 FROM `record_changes` WHERE (`team` = NEW.`team` AND `kind` = NEW.`kind` AND `id` = NEW.`id` AND `revision` = NEW.`revision`)) OR EXISTS (SELECT 1 FROM `record_changes` WHERE rowid = NEW.rowid) BEGIN SELECT RAISE(ABORT, 'record changes are append-only'); END;--> statement-breakpoint
CREATE TRIGGER `record_changes_never_updated` BEFORE UPDATE ON `record_changes` BEGIN SELECT RAISE(ABORT, 'record changes are append-only'); END;--> statement-breakpoint
CREATE TRIGGER `record_changes_never_deleted` BEFORE DELETE ON `record_changes` BEGIN SELECT RAISE(ABORT, 'record changes are append-only'); END;
