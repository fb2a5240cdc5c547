// A worker thread for long work on plain data.
import { answerCalls } from './answer-calls.ts';
import { heavyWork } from '../../shared/work/heavy-work.ts';

answerCalls(heavyWork);
