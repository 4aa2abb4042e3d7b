import { Button } from '@mantine/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useFetcher, useLocation } from 'react-router';
import { t } from '~/messages';
import { Dialog, DialogActions } from '~/ui/feedback/dialog';
import { latestClock, localExpiry, presentClock, type SessionClock } from './clock';
import { useSession } from './session';

export const WARN_BEFORE_MS = 2 * 60 * 1000;

interface Warning {
  /** The clock that it was made from: a newer one makes it void. */
  clock: SessionClock;
  secondsLeft: number;
}

/**
 * Two minutes before the session ends for want of activity it asks whether to stay. Before it asks, it looks up the
 * true end without counting as activity: another tab may have been used meanwhile.
 */
export function IdleWarning() {
  const session = useSession();
  const touch = useFetcher<{ clock: SessionClock }>();
  const [heard, setHeard] = useState<SessionClock | null>(null);
  const [warning, setWarning] = useState<Warning | null>(null);
  const clock = latestClock(session, touch.data?.clock, heard);
  const leave = useLeave();

  useEffect(() => {
    const expiresAt = localExpiry(clock);
    let ticking: ReturnType<typeof setInterval> | undefined;
    let cancelled = false;
    const warn = async () => {
      const present = await presentClock();
      if (cancelled) return;
      if (present === 'ended') return leave();
      if (present && localExpiry(present) - Date.now() > WARN_BEFORE_MS + 1_000) return setHeard(present);
      const tick = () => {
        const secondsLeft = Math.ceil((expiresAt - Date.now()) / 1000);
        if (secondsLeft <= 0) leave();
        else setWarning({ clock, secondsLeft });
      };
      tick();
      ticking = setInterval(tick, 1_000);
    };
    const timer = setTimeout(() => void warn(), Math.max(0, expiresAt - Date.now() - WARN_BEFORE_MS));
    return () => {
      cancelled = true;
      clearTimeout(timer);
      clearInterval(ticking);
    };
  }, [clock, leave]);

  const stay = () => {
    setWarning(null);
    void touch.submit({ csrf: session.csrfToken }, { method: 'post', action: '/session/touch' });
  };
  const open = warning !== null && warning.clock === clock;
  return (
    <Dialog open={open} onClose={() => open && stay()} title={t('session.idleTitle')} role="alertdialog">
      <p>
        {t('session.idleText')} <strong role="timer">{minutesAndSeconds(warning?.secondsLeft ?? 0)}</strong>
      </p>
      <p>{t('session.idleDrafts')}</p>
      <DialogActions>
        <Button variant="default" onClick={leave}>
          {t('shell.signOut')}
        </Button>
        <Button onClick={stay} data-autofocus>
          {t('session.stay')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

/** To the sign-in page and back here afterwards, by a whole new page: nothing of what was on screen stays in memory. */
function useLeave(): () => void {
  const { pathname, search } = useLocation();
  const leaving = useRef(false);
  return useCallback(() => {
    if (leaving.current) return;
    leaving.current = true;
    window.location.assign(`/login?${new URLSearchParams({ next: pathname + search, reason: 'expired' })}`);
  }, [pathname, search]);
}

function minutesAndSeconds(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
