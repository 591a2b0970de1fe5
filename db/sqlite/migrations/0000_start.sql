CREATE TABLE `channels` (
	`team` text NOT NULL,
	`order_id` text NOT NULL,
	`n` integer NOT NULL,
	`channel` text NOT NULL,
	`name` text NOT NULL,
	`card_ts` text,
	`pinned` integer NOT NULL,
	`topic` text NOT NULL,
	`bookmark` text,
	`archived_at` integer,
	PRIMARY KEY(`team`, `order_id`, `n`),
	FOREIGN KEY (`team`,`order_id`) REFERENCES `orders`(`team`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `channels_channel` ON `channels` (`team`,`channel`);--> statement-breakpoint
CREATE TABLE `counters` (
	`team` text NOT NULL,
	`name` text NOT NULL,
	`value` integer NOT NULL,
	PRIMARY KEY(`team`, `name`)
);
--> statement-breakpoint
CREATE TABLE `documents` (
	`team` text NOT NULL,
	`order_id` text NOT NULL,
	`version` integer NOT NULL,
	`sha256` text NOT NULL,
	`size` integer NOT NULL,
	`file_id` text NOT NULL,
	`permalink` text NOT NULL,
	PRIMARY KEY(`team`, `order_id`, `version`),
	FOREIGN KEY (`team`,`order_id`) REFERENCES `orders`(`team`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `drafts` (
	`team` text NOT NULL,
	`person` text NOT NULL,
	`form` text NOT NULL,
	`order_id` text NOT NULL,
	`data` text,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`team`, `person`, `form`, `order_id`)
);
--> statement-breakpoint
CREATE TABLE `effects` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`team` text NOT NULL,
	`order_id` text NOT NULL,
	`entry` integer NOT NULL,
	`lane` text NOT NULL,
	`type` text NOT NULL,
	`body` text NOT NULL,
	`due_at` integer NOT NULL,
	`not_before` integer,
	`lease_owner` text,
	`leased_until` integer,
	`attempts` integer DEFAULT 0 NOT NULL,
	`first_attempt_at` integer,
	`in_doubt` integer DEFAULT false NOT NULL,
	`trace` text DEFAULT '{}' NOT NULL,
	`error` text,
	`remedy` text,
	`parked_at` integer,
	`done_at` integer,
	FOREIGN KEY (`team`,`order_id`) REFERENCES `orders`(`team`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `effects_id` ON `effects` (`id`);--> statement-breakpoint
CREATE INDEX `effects_due` ON `effects` (`due_at`,`seq`) WHERE done_at is null and parked_at is null;--> statement-breakpoint
CREATE INDEX `effects_lane` ON `effects` (`team`,`order_id`,`lane`,`seq`) WHERE done_at is null;--> statement-breakpoint
CREATE INDEX `effects_lease` ON `effects` (`lease_owner`) WHERE lease_owner is not null;--> statement-breakpoint
CREATE INDEX `effects_parked` ON `effects` (`team`,`parked_at`) WHERE parked_at is not null;--> statement-breakpoint
CREATE TABLE `entries` (
	`team` text NOT NULL,
	`order_id` text NOT NULL,
	`seq` integer NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`action` text NOT NULL,
	`version` integer,
	`key` text NOT NULL,
	PRIMARY KEY(`team`, `order_id`, `seq`),
	FOREIGN KEY (`team`,`order_id`) REFERENCES `orders`(`team`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `entries_key` ON `entries` (`team`,`key`);--> statement-breakpoint
CREATE TABLE `order_people` (
	`team` text NOT NULL,
	`order_id` text NOT NULL,
	`person` text NOT NULL,
	`role` text NOT NULL,
	`state` text NOT NULL,
	`number` integer NOT NULL,
	PRIMARY KEY(`team`, `order_id`, `person`, `role`),
	FOREIGN KEY (`team`,`order_id`) REFERENCES `orders`(`team`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `order_people_list` ON `order_people` (`team`,`person`,`role`,`state`,`number`);--> statement-breakpoint
CREATE TABLE `orders` (
	`team` text NOT NULL,
	`id` text NOT NULL,
	`number` integer NOT NULL,
	`revision` integer NOT NULL,
	`state` text NOT NULL,
	`state_since` integer NOT NULL,
	`outcome` text,
	`title` text NOT NULL,
	`client` text NOT NULL,
	`priority` text NOT NULL,
	`version` integer NOT NULL,
	`submission` integer NOT NULL,
	`planned_start` integer,
	`requester` text NOT NULL,
	`supervisor` text NOT NULL,
	`coordinator` text,
	`crew` text NOT NULL,
	`content` text NOT NULL,
	`approval` text,
	`source` text,
	PRIMARY KEY(`team`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `orders_number` ON `orders` (`team`,`number`);--> statement-breakpoint
CREATE INDEX `orders_state` ON `orders` (`team`,`state`,`number`);--> statement-breakpoint
CREATE TABLE `people` (
	`team` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`time_zone` text NOT NULL,
	`kind` text NOT NULL,
	`admin` integer NOT NULL,
	`fetched_at` integer NOT NULL,
	PRIMARY KEY(`team`, `id`)
);
--> statement-breakpoint
CREATE TABLE `posts` (
	`team` text NOT NULL,
	`order_id` text NOT NULL,
	`purpose` text NOT NULL,
	`person` text NOT NULL,
	`channel` text NOT NULL,
	`ts` text NOT NULL,
	`settled` integer NOT NULL,
	PRIMARY KEY(`team`, `channel`, `ts`),
	FOREIGN KEY (`team`,`order_id`) REFERENCES `orders`(`team`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `posts_order` ON `posts` (`team`,`order_id`,`purpose`);--> statement-breakpoint
CREATE TABLE `settings` (
	`team` text PRIMARY KEY NOT NULL,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `versions` (
	`team` text NOT NULL,
	`order_id` text NOT NULL,
	`n` integer NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`team`, `order_id`, `n`),
	FOREIGN KEY (`team`,`order_id`) REFERENCES `orders`(`team`,`id`) ON UPDATE no action ON DELETE no action
);
