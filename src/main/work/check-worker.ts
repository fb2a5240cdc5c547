// A worker thread that reads reports: libraries of English live here and nowhere else.
import { answerCalls } from './answer-calls.ts';
import { checkReport } from '../checks/check-report.ts';

answerCalls({ checkReport });
