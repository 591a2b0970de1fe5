ALTER TABLE `signing_links` ADD `withdrawn` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `signing_links_order` ON `signing_links` (`team`,`order_id`);