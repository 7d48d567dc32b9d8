import type { ThemeConfig } from 'antd';
import { useSyncExternalStore } from 'react';

export const deskTheme: ThemeConfig = {
  cssVar: { prefix: 'hl' },
  token: {
    colorPrimary: '#155EAF',
    // Links under the pointer are read, too: antd's own are too pale for it.
    colorLink: '#155EAF',
    colorLinkHover: '#0F4A8C',
    colorLinkActive: '#0F4A8C',
    colorSuccess: '#0F7B5A',
    colorWarning: '#9A4F00',
    colorError: '#B3261E',
    colorText: '#15202E',
    colorTextSecondary: '#455264',
    colorTextTertiary: '#5C697B',
    colorTextDisabled: '#5C697B',
    colorBgContainerDisabled: '#F6F8FA',
    colorTextPlaceholder: '#5C697B',
    colorBgLayout: '#EDF1F4',
    colorBorder: '#8593A3',
    colorBorderSecondary: '#DBE2E9',
    borderRadius: 6,
    borderRadiusLG: 8,
    fontSize: 14,
    fontSizeSM: 12,
    controlHeight: 32,
    controlHeightSM: 28,
    wireframe: false,
    motionDurationMid: '0.12s',
    fontFamily: '"Microsoft YaHei UI","PingFang SC","Noto Sans CJK SC",sans-serif',
  },
  components: {
    Table: { cellPaddingBlockSM: 6, cellPaddingInlineSM: 8, headerBg: '#F6F8FA', cellFontSizeSM: 13 },
    Button: { defaultBorderColor: '#C8D1DA', primaryShadow: 'none', defaultShadow: 'none' },
    // Eight demand types and the mark of confidence stand in one line at 1366.
    Radio: { buttonPaddingInline: 9 },
    Segmented: { trackBg: '#EEF1F4', itemSelectedBg: '#155EAF', itemSelectedColor: '#FFFFFF' },
  },
};

/** What does not move has no end of a movement to be waited for: without this a popup that was closed would stand on for a while. */
export const stillTheme: ThemeConfig = { ...deskTheme, token: { ...deskTheme.token, motion: false } };

const wish = window.matchMedia('(prefers-reduced-motion: reduce)');

export function useReducedMotion(): boolean {
  return useSyncExternalStore(
    (changed) => {
      wish.addEventListener('change', changed);
      return () => wish.removeEventListener('change', changed);
    },
    () => wish.matches,
  );
}
