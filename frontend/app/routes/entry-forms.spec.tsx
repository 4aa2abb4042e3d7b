import { screen } from '@testing-library/react';
import type { ComponentProps } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { aSession } from '~/test/fake-backend';
import { renderPage } from '~/test/render-page';
import Account from './_app.settings.account';
import Invitation from './_entry.invitations.$token';
import Setup from './_entry.setup';

afterEach(() => vi.restoreAllMocks());

const field = (name: RegExp) => screen.getByLabelText<HTMLInputElement>(name);

describe('an invitation', () => {
  const draw = (personExists: boolean) => {
    const invitation = {
      organizationName: 'Cedar Valley',
      inviterName: 'Ana Ruiz',
      email: 'lee@cedarvalley.example',
      name: 'Lee Park',
      role: 'staff',
      roleLabel: 'Staff',
      personExists,
    };
    // Of the props that the router hands to a page, these pages read only what is given here.
    const given = { loaderData: { invitation } } as unknown as ComponentProps<typeof Invitation>;
    renderPage(<Invitation {...given} />);
  };

  it.each([
    [false, 'new-password'],
    [true, 'current-password'],
  ])('shows the address to sign in with, for people and password managers (known: %s)', (known, kind) => {
    draw(known);
    const email = field(/^E-mail/);
    expect(email).toMatchObject({ value: 'lee@cedarvalley.example', readOnly: true, type: 'email' });
    expect(email.getAttribute('autocomplete')).toBe('username');
    const password = field(/^Password/);
    expect(password.getAttribute('autocomplete')).toBe(kind);
    expect(email.form).toBe(password.form);
  });
});

describe('setting up', () => {
  const timeZones = [{ group: 'Zones', items: [zone('America/Denver'), zone('America/Chicago')] }];
  const given = { loaderData: { timeZones } } as unknown as ComponentProps<typeof Setup>;
  const guessing = (timeZone: string) =>
    vi
      .spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions')
      .mockReturnValue({ timeZone } as Intl.ResolvedDateTimeFormatOptions);
  function zone(value: string) {
    return { value, label: value };
  }

  it('takes the zone of the browser as long as nobody chose', () => {
    guessing('America/Chicago');
    renderPage(<Setup {...given} />);
    expect(field(/^Time zone/).value).toBe('America/Chicago');
  });

  it('leaves the choice open where the list has no such zone', () => {
    guessing('Mars/Olympus');
    renderPage(<Setup {...given} />);
    expect(field(/^Time zone/).value).toBe('');
  });

  it('keeps what was chosen when the form comes back', () => {
    guessing('America/Chicago');
    const actionData = { problem: { status: 400 }, values: { timeZone: 'America/Denver' } };
    renderPage(<Setup {...({ ...given, actionData } as unknown as ComponentProps<typeof Setup>)} />);
    expect(field(/^Time zone/).value).toBe('America/Denver');
  });
});

describe('the own account', () => {
  it('asks for both passwords beside the address that they belong to', () => {
    const given = {} as unknown as ComponentProps<typeof Account>;
    renderPage(<Account {...given} />, { session: aSession({ permissions: [] }) });
    expect(field(/^E-mail/)).toMatchObject({ value: 'priya@cedarvalley.example', readOnly: true });
    expect(field(/^Present password/).getAttribute('autocomplete')).toBe('current-password');
    expect(field(/^New password/).getAttribute('autocomplete')).toBe('new-password');
  });
});
