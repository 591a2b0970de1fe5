ALTER TABLE `import_lines` ADD `name` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `import_lines` ADD `changes` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
CREATE INDEX `records_number` ON `records` (`team`,`kind`,`client`,lower(external_id)) WHERE external_id <> '';