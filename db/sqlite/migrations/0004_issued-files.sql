CREATE TABLE `issued_files` (
	`team` text NOT NULL,
	`sha256` text NOT NULL,
	`order_id` text NOT NULL,
	`version` integer NOT NULL,
	PRIMARY KEY(`team`, `sha256`),
	FOREIGN KEY (`team`,`order_id`) REFERENCES `orders`(`team`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `documents` ADD `channel` text;--> statement-breakpoint
ALTER TABLE `documents` ADD `ts` text;--> statement-breakpoint
ALTER TABLE `documents` ADD `marked` integer DEFAULT false NOT NULL;--> statement-breakpoint
INSERT OR IGNORE INTO `issued_files` (`team`, `sha256`, `order_id`, `version`) SELECT `team`, `sha256`, `order_id`, `version` FROM `documents` ORDER BY `team`, `sha256`;
