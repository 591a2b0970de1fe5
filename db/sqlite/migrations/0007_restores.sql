CREATE TABLE IF NOT EXISTS `restores` (
	`copied_at` integer PRIMARY KEY NOT NULL,
	`taken_up_at` integer
);
