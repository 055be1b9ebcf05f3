#pragma once
// All macros of the library: what a program may set, what it may read, and what the headers share among themselves.
// Nothing else of the library asks which compiler it is.

#if (!defined(_MSVC_LANG) || _MSVC_LANG < 202002L) && __cplusplus < 202002L
#error "slbwire needs C++20: compile with -std=c++20 (g++ 12, clang 14 or later) or /std:c++20 (MSVC)"
#include <slbwire/needs_cpp20>  // is nowhere: compilers stop here, not after a hundred errors more
#endif

// What a program may set, before the first include or, better, for all its files. The settings are part of the name of
// the namespace below: files with different ones may stand in one program, and do not link where they hand each
// other this library's types.
//
//   SLBWIRE_MAX_DEPTH  a decimal number: how many containers may stand inside one another in a reply (core/limits.hpp)
//   SLBWIRE_NO_SIMD    portable C++ in place of the processor's vector and SHA instructions
//   SLBWIRE_SEPARATE   leaves function bodies out of the headers; one file of the program includes compiled.hpp

#if !defined(SLBWIRE_MAX_DEPTH)
#define SLBWIRE_MAX_DEPTH 512
#endif

// What a program may read. CMakeLists.txt and meson.build say the same, which a test sees to.

#define SLBWIRE_VERSION_MAJOR 0
#define SLBWIRE_VERSION_MINOR 1
#define SLBWIRE_VERSION_PATCH 0
/// To be compared: 10203 is version 1.2.3.
#define SLBWIRE_VERSION (SLBWIRE_VERSION_MAJOR * 10000 + SLBWIRE_VERSION_MINOR * 100 + SLBWIRE_VERSION_PATCH)

// The rest is for the library's own headers.

/// The inline namespace that everything stands in: the version, and each setting that is not as usual. So two
/// versions, or two settings, stand beside each other in one program, each with functions of its own. (Without it a
/// linker would keep one of them, and with it a neighbour's idea of how long an array is.)
#define SLBWIRE_ABI \
    SLBWIRE_ABI_JOIN(SLBWIRE_VERSION_MAJOR, SLBWIRE_VERSION_MINOR, SLBWIRE_VERSION_PATCH, SLBWIRE_ABI_DEPTH, \
                     SLBWIRE_ABI_MACHINE)
#define SLBWIRE_ABI_JOIN(major, minor, patch, depth, machine) SLBWIRE_ABI_PASTE(major, minor, patch, depth, machine)
#define SLBWIRE_ABI_PASTE(major, minor, patch, depth, machine) v##major##_##minor##_##patch##depth##machine

#if SLBWIRE_MAX_DEPTH == 512
#define SLBWIRE_ABI_DEPTH
#else
#define SLBWIRE_ABI_DEPTH SLBWIRE_ABI_DEPTH_JOIN(SLBWIRE_MAX_DEPTH)
#define SLBWIRE_ABI_DEPTH_JOIN(depth) SLBWIRE_ABI_DEPTH_PASTE(depth)
#define SLBWIRE_ABI_DEPTH_PASTE(depth) _depth##depth
#endif

// Where bodies are compiled once, one file decides how. Elsewhere, what a file was told of the processor is part of the
// name, so that a file built for a newer one keeps its functions to itself: the levels of x86-64 (System V ABI), AVX
// alone, and the SHA instructions of ARMv8. Finer flags are not told apart.
#if defined(SLBWIRE_SEPARATE)
#if defined(SLBWIRE_NO_SIMD)
#define SLBWIRE_ABI_MACHINE _separate_no_simd
#else
#define SLBWIRE_ABI_MACHINE _separate
#endif
#elif defined(SLBWIRE_NO_SIMD)
#define SLBWIRE_ABI_MACHINE _no_simd
#elif defined(__AVX512F__)
#define SLBWIRE_ABI_MACHINE _avx512
#elif defined(__AVX2__)
#define SLBWIRE_ABI_MACHINE _avx2
#elif defined(__AVX__)
#define SLBWIRE_ABI_MACHINE _avx
#elif defined(__SSE4_2__)
#define SLBWIRE_ABI_MACHINE _sse42
#elif defined(__ARM_FEATURE_SHA2) || defined(__ARM_FEATURE_CRYPTO)
#define SLBWIRE_ABI_MACHINE _sha2
#else
#define SLBWIRE_ABI_MACHINE
#endif

// What a function returns, or a variable is, stands in no name of g++'s and clang's unless the namespace is tagged; so a
// file would get a client of another layout from its neighbour. (A struct of the program's own with such members stays
// the program's to look after.) MSVC has all types in its names.
#if defined(__GNUC__) || defined(__clang__)
#define SLBWIRE_ABI_TEXT(name) SLBWIRE_ABI_QUOTE(name)
#define SLBWIRE_ABI_QUOTE(name) #name
namespace slbwire {
inline namespace SLBWIRE_ABI __attribute__((__abi_tag__(SLBWIRE_ABI_TEXT(SLBWIRE_ABI)))) {}
}  // namespace slbwire
#endif

/// What simd/ is written in, vectors and assembler of the GNU kind, is there. clang-cl has them too.
#if (defined(__GNUC__) || defined(__clang__)) && !defined(SLBWIRE_NO_SIMD)
#define SLBWIRE_SIMD 1
#else
#define SLBWIRE_SIMD 0
#endif

/// In front of a function that is called only where the processor has SSSE3.
#if SLBWIRE_SIMD && defined(__x86_64__)
#define SLBWIRE_TARGET_SSSE3 [[gnu::target("ssse3")]]
#else
#define SLBWIRE_TARGET_SSSE3
#endif

/// In front of a function, or behind the parameters of a lambda: to be inlined always, never, or called rarely.
/// Without the first, a signed URL takes three times as long. A function that its caller always calls is not one that is
/// called rarely: g++ would take the caller for rare as well, and so on up to the program's own functions
/// (tests/programs/callers.cpp). What is an attribute in brackets for MSVC stands first:
/// SLBWIRE_FLATTEN before SLBWIRE_NOINLINE.
#if defined(__GNUC__) || defined(__clang__)
#define SLBWIRE_ALWAYS_INLINE __attribute__((__always_inline__))
#define SLBWIRE_NOINLINE __attribute__((__noinline__))
#define SLBWIRE_COLD __attribute__((__cold__))
/// All that such a function calls is inlined into it.
#define SLBWIRE_FLATTEN __attribute__((__flatten__))
#elif defined(_MSC_VER)
#define SLBWIRE_ALWAYS_INLINE [[msvc::forceinline]]
#define SLBWIRE_NOINLINE __declspec(noinline)
#define SLBWIRE_COLD
#define SLBWIRE_FLATTEN [[msvc::flatten]]
#else
#define SLBWIRE_ALWAYS_INLINE
#define SLBWIRE_NOINLINE
#define SLBWIRE_COLD
#define SLBWIRE_FLATTEN
#endif

/// In front of a loop that g++ and clang are to write out, `times` over, where they are not asked for small code.
#if (defined(__GNUC__) || defined(__clang__)) && !defined(__OPTIMIZE_SIZE__)
#define SLBWIRE_UNROLL(times) _Pragma(SLBWIRE_UNROLL_TEXT(GCC unroll times))
#define SLBWIRE_UNROLL_TEXT(...) #__VA_ARGS__
#else
#define SLBWIRE_UNROLL(times)
#endif

// What is said where a call does not compile. As macros, because a sentence in a function of its own comes several
// lines later.
#define SLBWIRE_NEED_OPERATION(op)                                                                                   \
    static_assert(detail::has_action<op>,                                                                            \
                  "slbwire: an operation needs its name, `static constexpr std::string_view action`");               \
    static_assert(detail::has_service<op>,                                                                           \
                  "slbwire: an operation needs its product, `static constexpr const slbwire::service& service`");    \
    static_assert(detail::has_fields<op>,                                                                            \
                  "slbwire: an operation needs its parameters, `static constexpr slbwire::field<op> fields[]`");     \
    static_assert(detail::has_response<op>, "slbwire: an operation needs the type of its reply, `using response`")
#define SLBWIRE_SAY_CLIENT "slbwire: the arguments of a call are the transport, the client, the operation"
#define SLBWIRE_SAY_TRANSPORT                                                                                    \
    "slbwire: a transport is callable as `http_response t(const http_request&)`, or as `t(http_request, done)`"
#define SLBWIRE_SAY_DONE "slbwire: a transport that completes later needs a `done` as the fourth argument"
#define SLBWIRE_SAY_COMPLETION                                                                                    \
    "slbwire: the fourth argument is a `done(slbwire::result<response>)`, or extra parameters, `{{\"name\", \"value\"}}`"

/// In front of the body of a function that compiled.hpp compiles once; and behind a struct of requests, a template of
/// replies and an entry of requests' lists, whose code it compiles once (model/bound.hpp). Of a reply that has texts of
/// its own, that is also the making and the destroying of a result, half of what a call costs to compile.
#if defined(SLBWIRE_SEPARATE)
#define SLBWIRE_FUNCTION
#define SLBWIRE_REQUEST(request) SLBWIRE_ONCE const object_source& detail::source_of(const request&, detail::binding&)
#define SLBWIRE_REPLY(reply)                                                                   \
    SLBWIRE_ONCE object_target& detail::target_of(reply<std::string>&, detail::binding&);      \
    SLBWIRE_ONCE object_target& detail::target_of(reply<std::string_view>&, detail::binding&); \
    SLBWIRE_ONCE result<reply<std::string>>::result();                                         \
    SLBWIRE_ONCE result<reply<std::string>>::~result()
#define SLBWIRE_SENT_LIST(entry, as_text)                                  \
    template <>                                                            \
    inline constexpr bool detail::is_compiled_once<entry, as_text> = true; \
    SLBWIRE_ONCE bool detail::fill_once(std::vector<entry>&, filler&);     \
    SLBWIRE_ONCE bool detail::show_once<as_text>(array_view<const entry>, viewer&)
#if defined(SLBWIRE_COMPILED)
#define SLBWIRE_ONCE template
#else
#define SLBWIRE_ONCE extern template
#endif
#else
#define SLBWIRE_FUNCTION inline
#define SLBWIRE_REQUEST(request) static_assert(true)
#define SLBWIRE_REPLY(reply) static_assert(true)
#define SLBWIRE_SENT_LIST(entry, as_text) static_assert(true)
#endif
