import { describe, expect, it } from 'vitest';
import {
  cardLine,
  cardsInText,
  invitationLine,
  readInvitation,
  type Invitation,
} from '../../../src/shared/people/invitation.ts';

const invitation: Invitation = {
  workspace: { id: 'a'.repeat(64), name: 'Children’s services\nmoderation' },
  lines: ['{"card":"Zoë"}', '{"device":1}'],
};

describe('an invitation', () => {
  const line = invitationLine(invitation, 'Helen  Ashdown');

  it('is one line that says what it is, and holds the workspace and its maker’s card', () => {
    expect(line).not.toContain('\n');
    expect(line).toMatch(/^Plumbline invitation to Children’s services moderation from Helen Ashdown /u);
    expect(readInvitation(line)).toEqual(invitation);
  });

  it('is read out of a message, broken over lines by its program', () => {
    const broken = line.replace(/(plumbline-invitation:.{40})/u, '$1\r\n  ');
    expect(readInvitation(`Hello Ben,\n\n${broken}`)).toEqual(invitation);
  });

  it.each([
    ['cut short', line.slice(0, -9)],
    ['of no workspace', 'plumbline-invitation:e30'],
    ['of something else', 'plumbline-invitation:%%%'],
    ['absent', 'Hello'],
  ])('is none where it is %s', (_how, text) => {
    expect(readInvitation(text)).toBeNull();
  });
});

describe('a card as one line', () => {
  it('is found in a text, as often as there is one', () => {
    const [one, two] = [cardLine(['{"a":1}', '{"b":2}'], 'Ben'), cardLine(['{"c":3}'], 'Cyn')];
    expect(cardsInText(`From Ben: ${one}\n\nand ${two}`)).toEqual(['{"a":1}\n{"b":2}', '{"c":3}']);
    expect(cardsInText('nothing')).toEqual([]);
  });
});
