import { t } from './strings.js';

/** The camera cannot be used; `message` says why and what to do. */
export class CameraProblem extends Error {
  constructor(key) {
    super(t(`camera.${key}`, { address: `https://${location.hostname}:${location.port}` }));
    this.key = key;
  }
}

const KEYS = {
  NotAllowedError: 'noPermission',
  NotFoundError: 'noCamera',
  OverconstrainedError: 'noCamera',
  NotReadableError: 'inUse',
  AbortError: 'inUse',
};

/**
 * Opens a camera; the browser may ask for permission.
 *
 * @throws CameraProblem
 */
export async function openCamera(deviceId) {
  if (!navigator.mediaDevices?.getUserMedia) {
    throw new CameraProblem(window.isSecureContext ? 'noCamera' : 'notSecure');
  }
  const video = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } };
  try {
    return await navigator.mediaDevices.getUserMedia({
      video: deviceId ? { ...video, deviceId: { exact: deviceId } } : { ...video, facingMode: 'user' },
      audio: false,
    });
  } catch (error) {
    throw new CameraProblem(KEYS[error.name] ?? 'inUse');
  }
}

export function closeCamera(stream) {
  stream?.getTracks().forEach((track) => track.stop());
}

/** The available cameras. Browsers tell their names only after permission was given. */
export async function listCameras() {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices.filter((device) => device.kind === 'videoinput');
}
