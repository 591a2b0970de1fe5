CREATE TABLE `deliveries` (
	`team` text PRIMARY KEY NOT NULL,
	`fence` integer NOT NULL,
	`owner` text,
	`renewals` integer NOT NULL,
	`lock` text
);
--> statement-breakpoint
-- An effect may belong to no order. What was under way belongs to nobody's term: it is in doubt. What adorned a channel is its
-- metadata, and what an effect remembers its checkpoint; both stay as they were written (db/shapes).
CREATE TABLE `__new_effects` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`team` text NOT NULL,
	`order_id` text,
	`entry` integer,
	`lane` text NOT NULL,
	`type` text NOT NULL,
	`body` text NOT NULL,
	`due_at` integer NOT NULL,
	`not_before` integer,
	`claimed_by` integer,
	`attempts` integer DEFAULT 0 NOT NULL,
	`first_attempt_at` integer,
	`in_doubt` integer DEFAULT false NOT NULL,
	`checkpoint` text DEFAULT '{}' NOT NULL,
	`error` text,
	`remedy` text,
	`parked_at` integer,
	`done_at` integer,
	`shape` integer DEFAULT 1 NOT NULL,
	`checkpoint_shape` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`team`,`order_id`) REFERENCES `orders`(`team`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_effects`("seq", "id", "team", "order_id", "entry", "lane", "type", "body", "due_at", "not_before", "claimed_by", "attempts", "first_attempt_at", "in_doubt", "checkpoint", "error", "remedy", "parked_at", "done_at", "shape", "checkpoint_shape") SELECT "seq", "id", "team", "order_id", "entry", iif("lane" = 'dressing', 'metadata', "lane"), iif("type" = 'dress_channel', 'sync_channel_metadata', "type"), "body", "due_at", "not_before", NULL, "attempts", "first_attempt_at", "in_doubt" or "lease_owner" is not null, "trace", "error", "remedy", "parked_at", "done_at", "shape", "trace_shape" FROM `effects`;--> statement-breakpoint
DROP TABLE `effects`;--> statement-breakpoint
ALTER TABLE `__new_effects` RENAME TO `effects`;--> statement-breakpoint
CREATE UNIQUE INDEX `effects_id` ON `effects` (`id`);--> statement-breakpoint
CREATE INDEX `effects_due` ON `effects` (`team`,`due_at`,`seq`) WHERE done_at is null and parked_at is null;--> statement-breakpoint
CREATE INDEX `effects_turn` ON `effects` (`team`,`lane`,`due_at`,`seq`) WHERE done_at is null and parked_at is null;--> statement-breakpoint
CREATE INDEX `effects_put_off` ON `effects` (`team`,`due_at`) WHERE done_at is null and parked_at is null and (not_before is null or due_at > not_before);--> statement-breakpoint
CREATE INDEX `effects_lane` ON `effects` (`team`,`order_id`,`lane`,`seq`) WHERE done_at is null;--> statement-breakpoint
CREATE INDEX `effects_claimed` ON `effects` (`team`) WHERE claimed_by is not null;--> statement-breakpoint
CREATE INDEX `effects_parked` ON `effects` (`team`,`parked_at`) WHERE parked_at is not null;--> statement-breakpoint
CREATE INDEX `effects_done` ON `effects` (`done_at`) WHERE done_at is not null;