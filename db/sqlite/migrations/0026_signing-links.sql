CREATE TABLE `signing_links` (
	`hash` text PRIMARY KEY NOT NULL,
	`team` text NOT NULL,
	`order_id` text NOT NULL,
	`version` integer NOT NULL,
	`person` text NOT NULL,
	`at` integer NOT NULL,
	`expires` integer NOT NULL,
	FOREIGN KEY (`team`,`order_id`) REFERENCES `orders`(`team`,`id`) ON UPDATE no action ON DELETE no action
);
