// A worker thread that verifies drafts' folders for the list.
import { answerCalls } from './answer-calls.ts';
import { rememberingCrypto } from '../identity/node-crypto.ts';
import type { SurveyInput } from '../ports/catalogue-port.ts';
import { surveyFolder } from '../application/workspace/survey-folder.ts';

const crypto = rememberingCrypto(0);

answerCalls({ survey: (input: SurveyInput) => surveyFolder(input, crypto) });
