import { useNavigation } from 'react-router';
import styles from './navigation-progress.module.css';

/** A thin line while a page is on its way; it waits a moment, so that fast pages do not flicker. */
export function NavigationProgress() {
  const { state } = useNavigation();
  return <div className={styles.line} data-busy={state !== 'idle' || undefined} aria-hidden />;
}
