import { describe, expect, it } from 'vitest';
import { membersNextStep, organizationNextStep, sitesNextStep } from './settings-next-step';

const admin = { role: 'org-admin' as const, active: true };
const officer = { role: 'compliance-officer' as const, active: true };

describe('the next step of the people', () => {
  it('is to name a compliance officer, which an admin who is alone can read how to do', () => {
    const alone = { members: [admin], invitations: [{ role: 'staff' as const }] };
    expect(membersNextStep(alone, true)).toMatchObject({
      title: 'Name your compliance officer',
      text: expect.stringContaining('Will you do it yourself?'),
      citation: '45 CFR 164.308(a)(2)',
      href: '#invite',
    });
    expect(membersNextStep(alone, false)).toMatchObject({
      text: expect.stringContaining('An administrator invites'),
      href: null,
    });
  });

  it('is not filled by one whose access has ended', () => {
    const members = [admin, { ...officer, active: false }];
    expect(membersNextStep({ members, invitations: [] }, true).title).toBe('Name your compliance officer');
  });

  it('waits for an invited officer', () => {
    const invitations = [{ role: 'compliance-officer' as const }];
    expect(membersNextStep({ members: [admin], invitations }, true)).toMatchObject({
      title: 'Wait until your compliance officer joins',
      href: null,
    });
  });

  it('asks for a second person who can sign, then for a true list', () => {
    const title = (members: (typeof admin | typeof officer)[]) =>
      membersNextStep({ members, invitations: [] }, true).title;
    expect(title([officer])).toBe('Find a second person who can sign');
    expect(title([officer, admin])).toBe('Keep the list of people true');
  });
});

it('asks for a first site that is in use', () => {
  expect(sitesNextStep([{ active: false }], true).href).toBe('#new');
  expect(sitesNextStep([], false).href).toBeNull();
  expect(sitesNextStep([{ active: true }], true).title).toBe('Keep the places true');
});

it('asks how many people work there', () => {
  expect(organizationNextStep({ workforceSize: null }).citation).toBe('45 CFR 164.306(b)(2)');
  expect(organizationNextStep({ workforceSize: 12 }).title).toBe('Look at these facts once a year');
});
