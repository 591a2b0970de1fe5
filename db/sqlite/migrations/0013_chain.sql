CREATE TABLE `chains` (
	`team` text NOT NULL,
	`order_id` text NOT NULL,
	`start` integer NOT NULL,
	`salt` text,
	`before` text,
	`head` text NOT NULL,
	`seal` text NOT NULL,
	`key` text NOT NULL,
	PRIMARY KEY(`team`, `order_id`),
	FOREIGN KEY (`team`,`order_id`) REFERENCES `orders`(`team`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `entries` ADD `type` text;--> statement-breakpoint
ALTER TABLE `entries` ADD `by_salt` text;--> statement-breakpoint
ALTER TABLE `entries` ADD `by_digest` text;--> statement-breakpoint
ALTER TABLE `entries` ADD `action_salt` text;--> statement-breakpoint
ALTER TABLE `entries` ADD `action_digest` text;--> statement-breakpoint
ALTER TABLE `entries` ADD `digest` text;--> statement-breakpoint
ALTER TABLE `versions` ADD `body_salt` text;--> statement-breakpoint
ALTER TABLE `versions` ADD `body_digest` text;--> statement-breakpoint
ALTER TABLE `versions` ADD `digest` text;