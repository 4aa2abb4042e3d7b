import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { aSession } from '~/test/fake-backend';
import { renderPage } from '~/test/render-page';
import { ConfirmDialog } from './confirm-dialog';
import { PageError } from './error-page';
import { ErrorPanel } from './error-panel';
import { FlashMessage } from './flash-message';

describe('ConfirmDialog', () => {
  const dialog = (
    <ConfirmDialog
      label="End access"
      title="End the access of Ana?"
      consequence="Ana is signed out at once."
      confirmLabel="End it"
      fields={{ id: 'mem_1' }}
    />
  );

  it('tells the consequence before it sends anything', async () => {
    let sent: FormData | undefined;
    renderPage(dialog, {
      action: async ({ request }) => {
        sent = await request.formData();
        return null;
      },
    });
    await userEvent.click(screen.getByRole('button', { name: 'End access' }));
    expect(screen.getByRole('alertdialog', { name: 'End the access of Ana?' }).textContent).toContain(
      'signed out at once',
    );
    expect(sent).toBeUndefined();
    await userEvent.click(screen.getByRole('button', { name: 'End it' }));
    expect(Object.fromEntries(sent!)).toEqual({ csrf: 'csrf-1', id: 'mem_1' });
  });

  it('lets one turn back', async () => {
    renderPage(dialog);
    await userEvent.click(screen.getByRole('button', { name: 'End access' }));
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(screen.queryByRole('alertdialog')).toBeNull();
  });
});

describe('ErrorPanel', () => {
  it('says what happened, what was kept, what to do, and the request id', () => {
    renderPage(
      <ErrorPanel problem={{ status: 412, code: 'site.stale', title: '', requestId: 'req_9' }} changing />,
    );
    const text = screen.getByRole('alert').textContent;
    expect(text).toContain('This record was saved again since you opened it.');
    expect(text).toContain('Everything you typed is still in the form.');
    expect(text).toContain('req_9');
    expect(screen.getByRole('button', { name: 'Copy' })).toBeTruthy();
  });

  it('advises to change the field when one field is in conflict, and to look at the record otherwise', () => {
    const conflict = { status: 409, code: 'invitation.exists', title: '' };
    renderPage(
      <ErrorPanel problem={{ ...conflict, fieldErrors: { email: ['Invited already.'] } }} changing />,
    );
    expect(screen.getByRole('alert').textContent).toContain('Correct the marked fields and save again.');
    cleanup();
    renderPage(<ErrorPanel problem={conflict} changing />);
    expect(screen.getByRole('alert').textContent).toContain('Open the record again');
  });

  it('speaks of a request id only where it shows one', () => {
    renderPage(<PageError error={new Error('lost')} />);
    expect(screen.getByRole('alert').textContent).not.toMatch(/request id/i);
  });

  it('says how long to wait after too many attempts', () => {
    renderPage(<ErrorPanel problem={{ status: 429, code: 'x', title: '', retryAfterSeconds: 170 }} />);
    expect(screen.getByRole('alert').textContent).toContain('Wait 3 minutes');
  });
});

describe('FlashMessage', () => {
  it('is read out, can be undone and be dismissed', async () => {
    const flash = {
      text: 'Moved to Riverside.',
      undo: { action: '/inventory/1', fields: { site: 'sit_1' } },
    };
    renderPage(<FlashMessage flash={flash} />);
    expect(screen.getByRole('status').textContent).toContain('Moved to Riverside.');
    expect(screen.getByRole('button', { name: 'Undo' })).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(screen.getByRole('status').textContent).toBe('');
  });
});

describe('a page of another role', () => {
  const denied = { status: 403, code: 'access.denied', title: '' };

  it('sends everybody to an administrator, and an administrator to the colleague whose work it is', () => {
    const { unmount } = renderPage(<ErrorPanel problem={denied} />);
    expect(screen.getByText(/ask an administrator/)).toBeDefined();
    unmount();
    renderPage(<ErrorPanel problem={denied} />, { session: aSession({ role: 'org-admin' }) });
    expect(screen.queryByText(/ask an administrator/)).toBeNull();
    expect(screen.getByText(/compliance officer.*Ask a colleague who has that role/)).toBeDefined();
  });
});
