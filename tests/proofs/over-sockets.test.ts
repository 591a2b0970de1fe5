// What `npm test` tells over HTTP only (tests/support/transports.ts).
import '../e2e/approve-several.test.ts';
import '../e2e/extra-cost.test.ts';
import '../e2e/in-the-field.test.ts';
import '../e2e/on-file.test.ts';
import '../e2e/order-export.test.ts';
import '../e2e/order-types.test.ts';
import '../e2e/records-desk.test.ts';
