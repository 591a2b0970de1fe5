// Loaded before the app: has it say its name with every call, so that a proof knows which instance makes it.
import { addAppMetadata } from '@slack/web-api';

addAppMetadata({ name: 'instance', version: process.env.INSTANCE ?? '' });
