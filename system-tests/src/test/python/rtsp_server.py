# python3 rtsp_server.py PORT h264|h265|mjpeg [PASSWORD]: a camera at rtsp://127.0.0.1:PORT/cam by gst-rtsp-server, for the user admin if there is a password
# python3 rtsp_server.py FILE.h265: writes twelve seconds of a test picture
import sys

import gi

gi.require_version('Gst', '1.0')
gi.require_version('GstRtsp', '1.0')
gi.require_version('GstRtspServer', '1.0')
from gi.repository import GLib, Gst, GstRtsp, GstRtspServer  # noqa: E402

# Without I420 the JPEGs would have the colours of 4:4:4, which RTP cannot carry.
PICTURE = 'videotestsrc {} ! video/x-raw,format=I420,width=640,height=360,framerate=10/1'
H265 = 'x265enc speed-preset=ultrafast tune=zerolatency key-int-max=10 ! h265parse config-interval=-1'
CODECS = {
    'h264': 'x264enc tune=zerolatency speed-preset=ultrafast key-int-max=10 ! rtph264pay name=pay0 pt=96',
    'h265': H265 + ' ! rtph265pay name=pay0 pt=96',
    'mjpeg': 'jpegenc ! rtpjpegpay name=pay0 pt=26',
}


def write(file):
    clip = Gst.parse_launch(f'{PICTURE.format("num-buffers=120")} ! {H265} ! video/x-h265,stream-format=byte-stream ! filesink location={file}')
    clip.set_state(Gst.State.PLAYING)
    clip.get_bus().timed_pop_filtered(60 * Gst.SECOND, Gst.MessageType.EOS | Gst.MessageType.ERROR)
    clip.set_state(Gst.State.NULL)


def serve(port, codec, *password):
    server = GstRtspServer.RTSPServer(service=port, address='127.0.0.1')
    factory = GstRtspServer.RTSPMediaFactory(shared=True)
    factory.set_launch(f'( {PICTURE.format("is-live=true")} ! {CODECS[codec]} )')
    if password:
        auth = GstRtspServer.RTSPAuth()
        auth.set_supported_methods(GstRtsp.RTSPAuthMethod.DIGEST)
        token = GstRtspServer.RTSPToken()
        token.set_string('media.factory.role', 'viewer')
        auth.add_digest('admin', password[0], token)
        server.set_auth(auth)
        factory.add_role_from_structure(Gst.Structure.new_from_string('viewer, media.factory.access=(boolean)true, media.factory.construct=(boolean)true'))
    server.get_mount_points().add_factory('/cam', factory)
    server.attach(None)
    GLib.MainLoop().run()


Gst.init(None)
write(sys.argv[1]) if len(sys.argv) == 2 else serve(*sys.argv[1:])
