CREATE TABLE `import_lines` (
	`team` text NOT NULL,
	`import_id` text NOT NULL,
	`n` integer NOT NULL,
	`line` integer NOT NULL,
	`outcome` text NOT NULL,
	`record` text,
	`shape` integer DEFAULT 1 NOT NULL,
	`revision` integer NOT NULL,
	`problems` text NOT NULL,
	PRIMARY KEY(`team`, `import_id`, `n`)
);
--> statement-breakpoint
CREATE TABLE `imports` (
	`team` text NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	`file` text NOT NULL,
	`state` text NOT NULL,
	`sha256` text NOT NULL,
	`about` text NOT NULL,
	`next` integer NOT NULL,
	`counts` text NOT NULL,
	`channel` text,
	`ts` text,
	PRIMARY KEY(`team`, `id`)
);
--> statement-breakpoint
CREATE INDEX `imports_at` ON `imports` (`at`);