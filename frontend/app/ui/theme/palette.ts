import type { MantineColorsTuple } from '@mantine/core';

// Petrol: quiet beside the status colours, and far from the green that means "done".
export const petrol: MantineColorsTuple = [
  '#eef6f9',
  '#dbebf1',
  '#b8d7e3',
  '#8fc0d3',
  '#68aac4',
  '#4a96b4',
  '#3384a4',
  '#22708e',
  '#155b76',
  '#0c4860',
];

// Cool greys; step 6 is the palest that carries text on every light surface (5:1 and better).
export const gray: MantineColorsTuple = [
  '#f7f8fa',
  '#eff1f4',
  '#e4e7ec',
  '#d4d9e0',
  '#b3bbc6',
  '#8a95a3',
  '#5d6875',
  '#485360',
  '#2f3843',
  '#171d25',
];

export const dark: MantineColorsTuple = [
  '#dde2e8',
  '#b7bfc9',
  '#98a2ae',
  '#6e7985',
  '#3d4650',
  '#2e363f',
  '#242b33',
  '#191f26',
  '#12171c',
  '#0c1014',
];

export const red: MantineColorsTuple = [
  '#fdf1f0',
  '#fae0dd',
  '#f3bdb8',
  '#ec968f',
  '#e4736a',
  '#da564c',
  '#c9423a',
  '#b3342e',
  '#982a26',
  '#7c211e',
];

export const amber: MantineColorsTuple = [
  '#fdf6e9',
  '#faeacb',
  '#f4d496',
  '#ecbb5c',
  '#e3a532',
  '#d19019',
  '#b47810',
  '#94610b',
  '#784e0a',
  '#5c3c09',
];

export const green: MantineColorsTuple = [
  '#eef8f1',
  '#d9efe0',
  '#b2dec1',
  '#85ca9d',
  '#5db47c',
  '#3f9c61',
  '#2f8650',
  '#257042',
  '#1d5a36',
  '#15452a',
];
