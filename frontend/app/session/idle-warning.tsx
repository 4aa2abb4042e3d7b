import { Button } from '@mantine/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useFetcher, useLocation } from 'react-router';
import { t } from '~/messages';
import { Dialog, DialogActions } from '~/ui/feedback/dialog';
import { CsrfField } from '~/ui/form/csrf-field';
import type { SessionClock } from './clock';

export const WARN_BEFORE_MS = 2 * 60 * 1000;

/**
 * Two minutes before the session ends for want of activity it asks whether to stay. Before it asks, it looks up the
 * true end without counting as activity: another tab may have been used meanwhile.
 */
export function IdleWarning({ session }: { session: SessionClock }) {
  const [expiresAt, setExpiresAt] = useState(() => localExpiry(session));
  const [secondsLeft, setSecondsLeft] = useState<number | null>(null);
  const touch = useFetcher<{ clock: SessionClock }>();
  const { pathname, search } = useLocation();
  const leaving = useRef(false);

  useEffect(() => setExpiresAt(localExpiry(session)), [session]);
  useEffect(() => {
    if (touch.data) setExpiresAt(localExpiry(touch.data.clock));
  }, [touch.data]);

  const leave = useCallback(() => {
    if (leaving.current) return;
    leaving.current = true;
    const query = new URLSearchParams({ next: pathname + search, reason: 'expired' });
    // A whole new page: nothing of what was on screen stays in memory.
    window.location.assign(`/login?${query}`);
  }, [pathname, search]);

  useEffect(() => {
    setSecondsLeft(null);
    let ticking: ReturnType<typeof setInterval> | undefined;
    const warn = async () => {
      const clock = await presentClock();
      if (clock === 'ended') return leave();
      const truth = clock ? localExpiry(clock) : expiresAt;
      if (truth - Date.now() > WARN_BEFORE_MS + 1_000) return setExpiresAt(truth);
      const tick = () => {
        const left = Math.ceil((truth - Date.now()) / 1000);
        if (left <= 0) leave();
        else setSecondsLeft(left);
      };
      tick();
      ticking = setInterval(tick, 1_000);
    };
    const timer = setTimeout(() => void warn(), Math.max(0, expiresAt - Date.now() - WARN_BEFORE_MS));
    return () => {
      clearTimeout(timer);
      clearInterval(ticking);
    };
  }, [expiresAt, leave]);

  const stay = () => setSecondsLeft(null);
  return (
    <Dialog open={secondsLeft !== null} onClose={stay} title={t('session.idleTitle')} role="alertdialog">
      <p>
        {t('session.idleText')}{' '}
        <strong role="timer" suppressHydrationWarning>
          {minutesAndSeconds(secondsLeft ?? 0)}
        </strong>
      </p>
      <p>{t('session.idleDrafts')}</p>
      <touch.Form method="post" action="/session/touch" onSubmit={stay}>
        <CsrfField />
        <DialogActions>
          <Button variant="default" onClick={leave}>
            {t('shell.signOut')}
          </Button>
          <Button type="submit" data-autofocus autoFocus>
            {t('session.stay')}
          </Button>
        </DialogActions>
      </touch.Form>
    </Dialog>
  );
}

/** The end of the session on this machine's clock, however wrong that is set. */
function localExpiry({ idleExpiresAt, absoluteExpiresAt, serverTime }: SessionClock): number {
  const left = Math.min(Date.parse(idleExpiresAt), Date.parse(absoluteExpiresAt)) - Date.parse(serverTime);
  return Date.now() + left;
}

async function presentClock(): Promise<SessionClock | 'ended' | null> {
  try {
    const answer = await fetch('/session/clock', { headers: { 'x-part164-passive': '1' } });
    if (answer.status === 401) return 'ended';
    return answer.ok ? ((await answer.json()) as SessionClock) : null;
  } catch {
    return null; // offline: the last known end stands
  }
}

function minutesAndSeconds(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
