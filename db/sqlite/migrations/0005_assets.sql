CREATE TABLE `assets` (
	`team` text NOT NULL,
	`sha256` text NOT NULL,
	`type` text NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`bytes` blob NOT NULL,
	PRIMARY KEY(`team`, `sha256`)
);
--> statement-breakpoint
CREATE TRIGGER `assets_never_updated` BEFORE UPDATE ON `assets` BEGIN SELECT RAISE(ABORT, 'assets are append-only'); END;--> statement-breakpoint
CREATE TRIGGER `assets_never_deleted` BEFORE DELETE ON `assets` BEGIN SELECT RAISE(ABORT, 'assets are append-only'); END;
