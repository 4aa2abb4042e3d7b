import { useMantineColorScheme } from '@mantine/core';
import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';
import { t } from '~/messages';
import { colorSchemes, type ColorScheme } from '~/preferences/preferences';
import { PreferenceForm } from '~/preferences/preference-form';
import { usePreferences } from '~/preferences/use-preferences';
import styles from './shell-menus.module.css';

const icons = { auto: IconDeviceDesktop, light: IconSun, dark: IconMoon };

const labels: Record<ColorScheme, () => string> = {
  auto: () => t('shell.schemeAuto'),
  light: () => t('shell.schemeLight'),
  dark: () => t('shell.schemeDark'),
};

export function ColorSchemeChoice() {
  const { colorScheme } = usePreferences();
  const { setColorScheme } = useMantineColorScheme();
  return (
    <PreferenceForm className={styles.scheme}>
      <span className={styles.heading} id="color-scheme">
        {t('shell.appearance')}
      </span>
      <div className={styles.segments} role="group" aria-labelledby="color-scheme">
        {colorSchemes.map((scheme) => {
          const Icon = icons[scheme];
          return (
            <button
              key={scheme}
              type="submit"
              name="colorScheme"
              value={scheme}
              aria-pressed={scheme === colorScheme}
              onClick={() => setColorScheme(scheme)}
            >
              <Icon size={15} aria-hidden />
              {labels[scheme]()}
            </button>
          );
        })}
      </div>
    </PreferenceForm>
  );
}
