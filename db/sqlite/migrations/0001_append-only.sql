-- History is never rewritten. A migration that rebuilds one of these tables drops its triggers and must create them again.
CREATE TRIGGER `entries_never_updated` BEFORE UPDATE ON `entries` BEGIN SELECT RAISE(ABORT, 'entries are append-only'); END;--> statement-breakpoint
CREATE TRIGGER `entries_never_deleted` BEFORE DELETE ON `entries` BEGIN SELECT RAISE(ABORT, 'entries are append-only'); END;--> statement-breakpoint
CREATE TRIGGER `versions_never_updated` BEFORE UPDATE ON `versions` BEGIN SELECT RAISE(ABORT, 'versions are append-only'); END;--> statement-breakpoint
CREATE TRIGGER `versions_never_deleted` BEFORE DELETE ON `versions` BEGIN SELECT RAISE(ABORT, 'versions are append-only'); END;
