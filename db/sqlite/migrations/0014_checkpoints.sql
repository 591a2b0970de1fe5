ALTER TABLE `effects` RENAME COLUMN "trace" TO "checkpoint";--> statement-breakpoint
ALTER TABLE `effects` RENAME COLUMN "trace_shape" TO "checkpoint_shape";