import { panelChannels } from './moderation-channels.ts';
import { agreementChannels } from './agreement-channels.ts';
import { comparativeChannels } from './pairwise-channels.ts';
import type { AnswerOf, InputOf } from './channel.ts';
import type { CallError } from './call-error.ts';
import { draftChannels } from './draft-channels.ts';
import { evidenceChannels } from './evidence-channels.ts';
import { folderChannels } from './folder-channels.ts';
import { presenceChannels } from './presence-channels.ts';
import { precedentChannels } from './precedent-channels.ts';
import { finalisingChannels } from './finalising-channels.ts';
import { reportCheckChannels } from './check-channels.ts';
import type { Result } from '../result.ts';
import { peopleChannels } from './people-channels.ts';
import { exchangeChannels } from './exchange-channels.ts';
import { togetherChannels } from './together-channels.ts';
import { frameworkChannels } from './framework-channels.ts';
import { ruleChannels } from './rule-channels.ts';
import { workspaceChannels } from './workspace-channels.ts';

/** THE table of calls between a window and main: nothing else crosses, and no call takes a path. */
export const contract = {
  ...panelChannels,
  ...workspaceChannels,
  ...draftChannels,
  ...evidenceChannels,
  ...reportCheckChannels,
  ...togetherChannels,
  ...folderChannels,
  ...presenceChannels,
  ...precedentChannels,
  ...finalisingChannels,
  ...ruleChannels,
  ...exchangeChannels,
  ...peopleChannels,
  ...frameworkChannels,
  ...agreementChannels,
  ...comparativeChannels,
} as const;

/** The contract's type. */
type Contract = typeof contract;
/** The name of a call. */
export type ChannelName = keyof Contract;
/** What a call takes. */
export type CallInput<N extends ChannelName> = InputOf<Contract[N]>;
/** What a call answers. */
export type CallAnswer<N extends ChannelName> = AnswerOf<Contract[N]>;
/** The calls as a window has them: each answers with a result, and rejects only where it was not let through. */
export type Calls = {
  readonly [N in ChannelName]: (input: CallInput<N>) => Promise<Result<CallAnswer<N>, CallError>>;
};
