-- What adorned the channel is called its metadata. The effects themselves stay as they were written (db/shapes/effect.ts).
UPDATE `effects` SET `lane` = 'metadata', `type` = 'sync_channel_metadata' WHERE `lane` = 'dressing';
