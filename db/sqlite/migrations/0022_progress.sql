CREATE TABLE `preferences` (
	`team` text NOT NULL,
	`person` text NOT NULL,
	`digest` integer DEFAULT true NOT NULL,
	`away_until` integer,
	`substitute` text,
	`revision` integer NOT NULL,
	PRIMARY KEY(`team`, `person`)
);
--> statement-breakpoint
ALTER TABLE `orders` ADD `progress` text;--> statement-breakpoint
ALTER TABLE `orders` ADD `stage` text;--> statement-breakpoint
CREATE INDEX `orders_stage` ON `orders` (`team`,`stage`,`number`) WHERE stage is not null;--> statement-breakpoint
INSERT INTO `effects` (`id`, `team`, `order_id`, `lane`, `type`, `body`, `due_at`, `not_before`, `shape`) SELECT lower(hex(randomblob(16))), `team`, `id`, 'clock', 'check_order', '{"type":"check_order","notBefore":0}', 0, 0, 7 FROM `orders` WHERE `state` IN ('submitted', 'changes_requested', 'approved');
