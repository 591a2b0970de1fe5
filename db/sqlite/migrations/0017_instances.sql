CREATE TABLE `done_once` (
	`team` text NOT NULL,
	`key` text NOT NULL,
	`until` integer NOT NULL,
	PRIMARY KEY(`team`, `key`)
);
--> statement-breakpoint
CREATE INDEX `done_once_until` ON `done_once` (`until`);--> statement-breakpoint
CREATE TABLE `homes` (
	`team` text NOT NULL,
	`person` text NOT NULL,
	`page` text NOT NULL,
	`seen_at` integer NOT NULL,
	PRIMARY KEY(`team`, `person`)
);
--> statement-breakpoint
CREATE TABLE `key_names` (
	`name` text PRIMARY KEY NOT NULL,
	`added_at` integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE `deliveries` ADD `pace` text;--> statement-breakpoint
ALTER TABLE `effects` ADD `cause` text;--> statement-breakpoint
CREATE UNIQUE INDEX `effects_cause` ON `effects` (`team`,`cause`) WHERE cause is not null;