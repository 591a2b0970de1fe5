DROP INDEX `drafts_updated_at`;--> statement-breakpoint
CREATE INDEX `effects_done` ON `effects` (`done_at`) WHERE done_at is not null;