// A worker thread for long work on plain data.
import { answerCalls } from './answer-calls.ts';
import { jobs } from '../../shared/jobs/jobs.ts';

answerCalls(jobs);
