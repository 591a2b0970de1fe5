import { lifeCycle } from '../support/life-cycle.ts';

lifeCycle('http');
