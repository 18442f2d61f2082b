// What a test reaches of the emulator and of the host's memory.
#include <dlfcn.h>
#include <jni.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

typedef void (*Kernel)(const void *);
typedef const char *(*Launch)(Kernel, const void *, int, int, int, int, uint64_t);

#define NATIVE(type, name) \
    extern "C" JNIEXPORT type JNICALL Java_io_sweepforge_kernels_gpu_emulated_Native_##name

NATIVE(jlong, allocate)(JNIEnv *, jclass, jlong bytes) { return (jlong)aligned_alloc(256, (bytes + 255) / 256 * 256); }

NATIVE(void, free)(JNIEnv *, jclass, jlong address) { free((void *)address); }

NATIVE(void, fill)(JNIEnv *, jclass, jlong address, jint value, jlong bytes) { memset((void *)address, value, bytes); }

NATIVE(void, copy)(JNIEnv *, jclass, jlong from, jlong to, jlong bytes) { memmove((void *)to, (void *)from, bytes); }

NATIVE(jobject, view)(JNIEnv *env, jclass, jlong address, jint bytes) {
    return env->NewDirectByteBuffer((void *)address, bytes);
}

NATIVE(jlong, load)(JNIEnv *env, jclass, jstring path) {
    const char *name = env->GetStringUTFChars(path, nullptr);
    void *library = dlopen(name, RTLD_NOW | RTLD_LOCAL);
    env->ReleaseStringUTFChars(path, name);
    if (!library) {
        env->ThrowNew(env->FindClass("java/lang/UnsatisfiedLinkError"), dlerror());
    }
    return (jlong)library;
}

// 0 when there is no such symbol.
NATIVE(jlong, find)(JNIEnv *env, jclass, jlong library, jstring symbol) {
    const char *name = env->GetStringUTFChars(symbol, nullptr);
    void *address = dlsym((void *)library, name);
    env->ReleaseStringUTFChars(symbol, name);
    return (jlong)address;
}

NATIVE(jstring, launch)(JNIEnv *env, jclass, jlong launch, jlong kernel, jlong arguments, jint grid, jint block,
                        jint shared_bytes, jint order, jlong seed) {
    const char *error =
        ((Launch)launch)((Kernel)kernel, (const void *)arguments, grid, block, shared_bytes, order, seed);
    return error ? env->NewStringUTF(error) : nullptr;
}
