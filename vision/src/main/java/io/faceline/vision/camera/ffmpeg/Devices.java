package io.faceline.vision.camera.ffmpeg;

import static org.bytedeco.ffmpeg.global.avdevice.avdevice_register_all;
import static org.bytedeco.ffmpeg.global.avformat.av_find_input_format;

import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.jspecify.annotations.Nullable;

/** Cameras that are plugged in. Using this class loads FFmpeg's devices, and the libraries of sound cards and screens. */
public final class Devices {
    public static final String FORMATS = "video4linux2,v4l2";

    private Devices() {}

    /** Null where FFmpeg reads no such devices. */
    public static @Nullable AVInputFormat video() {
        avdevice_register_all();
        return av_find_input_format("video4linux2");
    }
}
